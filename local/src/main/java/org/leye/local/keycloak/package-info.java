/**
 * Keycloak, the only issuer of tokens: unpacked and built once, its realm imported when the database is new, later changes
 * applied as numbered steps. It keeps its data in a database of the suite's own PostgreSQL.
 */
@NullMarked
package org.leye.local.keycloak;

import org.jspecify.annotations.NullMarked;
