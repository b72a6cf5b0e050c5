/** Evaluation sets on disk, in the order in which models score them. */
@NullMarked
package io.github.tiercel.packed;

import org.jspecify.annotations.NullMarked;
