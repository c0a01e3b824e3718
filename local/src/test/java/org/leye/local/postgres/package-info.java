@NullMarked
package org.leye.local.postgres;

import org.jspecify.annotations.NullMarked;
