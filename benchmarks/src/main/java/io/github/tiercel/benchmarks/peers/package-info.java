/** The same work by Tiercel and by other programs, on the same file. */
@NullMarked
package io.github.tiercel.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
