/** Rules that a model must satisfy, judged on intervals: pass, fail or inconclusive. */
@NullMarked
package io.github.tiercel.gate;

import org.jspecify.annotations.NullMarked;
