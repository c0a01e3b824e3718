/** Stories through the gateway of a real suite: packaged services, PostgreSQL, Kafka and Keycloak, as ./leye up starts them. */
@NullMarked
package org.leye.stories;

import org.jspecify.annotations.NullMarked;
