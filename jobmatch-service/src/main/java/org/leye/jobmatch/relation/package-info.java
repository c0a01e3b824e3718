/**
 * Officers declare who belongs to their households; nobody of them decides about those persons, in no service. The relations
 * lie in the platform's table, and the other services learn them from here.
 */
@NullMarked
package org.leye.jobmatch.relation;

import org.jspecify.annotations.NullMarked;
