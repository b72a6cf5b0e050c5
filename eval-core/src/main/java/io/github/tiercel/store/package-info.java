/** Predictions that are kept: a model sees each row of an evaluation set once. */
@NullMarked
package io.github.tiercel.store;

import org.jspecify.annotations.NullMarked;
