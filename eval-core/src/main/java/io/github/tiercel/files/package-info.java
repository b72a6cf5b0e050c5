/** Files and folders that get their names whole and are kept, and what to say where the disk refuses them. */
@NullMarked
package io.github.tiercel.files;

import org.jspecify.annotations.NullMarked;
