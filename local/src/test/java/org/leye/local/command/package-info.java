@NullMarked
package org.leye.local.command;

import org.jspecify.annotations.NullMarked;
