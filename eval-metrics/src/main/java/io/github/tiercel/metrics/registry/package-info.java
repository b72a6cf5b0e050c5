/** Finds metrics by name: those of Tiercel and those that other jars bring along. */
@NullMarked
package io.github.tiercel.metrics.registry;

import org.jspecify.annotations.NullMarked;
