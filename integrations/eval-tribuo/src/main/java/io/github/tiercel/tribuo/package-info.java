/** Tribuo models as predictors, and a hook at the end of each epoch of training. */
@NullMarked
package io.github.tiercel.tribuo;

import org.jspecify.annotations.NullMarked;
