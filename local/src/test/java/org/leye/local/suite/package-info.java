@NullMarked
package org.leye.local.suite;

import org.jspecify.annotations.NullMarked;
