@NullMarked
package org.leye.local;

import org.jspecify.annotations.NullMarked;
