/**
 * Persons of the public employment service: registered once, named by key, shown masked; what they seek, and the key groups
 * they belong to from day to day. Name, number and phone lie in the identity table alone. Source: domain.md C.1.
 */
@NullMarked
package org.leye.jobmatch.person;

import org.jspecify.annotations.NullMarked;
