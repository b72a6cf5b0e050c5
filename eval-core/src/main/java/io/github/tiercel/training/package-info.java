/** Evaluation inside a training loop: epochs, their history, early stopping. */
@NullMarked
package io.github.tiercel.training;

import org.jspecify.annotations.NullMarked;
