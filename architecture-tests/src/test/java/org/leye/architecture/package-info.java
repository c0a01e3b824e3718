/** The laws of the house, read off the compiled classes. The five that matter most are proved by classes that break them. */
@NullMarked
package org.leye.architecture;

import org.jspecify.annotations.NullMarked;
