/** Classes that break the laws on purpose, so that the tests of the laws can be seen to fail. Nothing uses them. */
@NullMarked
package org.leye.planted;

import org.jspecify.annotations.NullMarked;
