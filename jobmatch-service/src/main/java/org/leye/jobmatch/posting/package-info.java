/**
 * Vacancies: drafted by an employer, published when the wage reaches the local minimum, the wording is lawful and the enterprise
 * is known, filled by confirmed placements. Anybody may read one that was published once. Source: domain.md C.6, D.4.
 */
@NullMarked
package org.leye.jobmatch.posting;

import org.jspecify.annotations.NullMarked;
