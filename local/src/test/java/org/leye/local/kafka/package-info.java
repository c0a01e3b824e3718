@NullMarked
package org.leye.local.kafka;

import org.jspecify.annotations.NullMarked;
