@NullMarked
package org.leye.local.rotation;

import org.jspecify.annotations.NullMarked;
