/** What a model takes in service: limits declared before training, and the probe that measures against them. */
@NullMarked
package io.github.tiercel.serving;

import org.jspecify.annotations.NullMarked;
