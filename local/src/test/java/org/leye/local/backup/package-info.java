@NullMarked
package org.leye.local.backup;

import org.jspecify.annotations.NullMarked;
