/** Evaluates models on an evaluation set, in tiers. */
@NullMarked
package io.github.tiercel.evaluation;

import org.jspecify.annotations.NullMarked;
