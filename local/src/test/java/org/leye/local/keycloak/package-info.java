@NullMarked
package org.leye.local.keycloak;

import org.jspecify.annotations.NullMarked;
