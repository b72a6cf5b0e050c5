/** What files of Arrow hold beside values, for the files of stores and of packed sets. */
@NullMarked
package io.github.tiercel.arrow;

import org.jspecify.annotations.NullMarked;
