/** Models in batches: what a model is to Tiercel, and how it is given its rows. */
@NullMarked
package io.github.tiercel.inference;

import org.jspecify.annotations.NullMarked;
