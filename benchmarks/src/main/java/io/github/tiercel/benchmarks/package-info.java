/** JMH benchmarks and the memory ceiling. */
@NullMarked
package io.github.tiercel.benchmarks;

import org.jspecify.annotations.NullMarked;
