@NullMarked
package org.leye.local.process;

import org.jspecify.annotations.NullMarked;
