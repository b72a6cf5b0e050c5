/** Bootstrap: replicate weights that depend on seed, row key and replicate alone, and the intervals made from them. */
@NullMarked
package io.github.tiercel.metrics.resample;

import org.jspecify.annotations.NullMarked;
