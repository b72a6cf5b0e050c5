/**
 * Limits of serving, declared before training and measured on the real model; and whether what is served is what was
 * trained.
 */
@NullMarked
package io.github.tiercel.serving;

import org.jspecify.annotations.NullMarked;
