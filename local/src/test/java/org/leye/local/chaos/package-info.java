@NullMarked
package org.leye.local.chaos;

import org.jspecify.annotations.NullMarked;
