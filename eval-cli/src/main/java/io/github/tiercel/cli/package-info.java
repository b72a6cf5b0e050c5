/** The {@code tiercel} command. */
@NullMarked
package io.github.tiercel.cli;

import org.jspecify.annotations.NullMarked;
