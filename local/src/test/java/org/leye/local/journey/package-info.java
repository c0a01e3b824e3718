@NullMarked
package org.leye.local.journey;

import org.jspecify.annotations.NullMarked;
