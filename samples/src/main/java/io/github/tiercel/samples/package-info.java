/** Numbered programs of one idea each. */
@NullMarked
package io.github.tiercel.samples;

import org.jspecify.annotations.NullMarked;
