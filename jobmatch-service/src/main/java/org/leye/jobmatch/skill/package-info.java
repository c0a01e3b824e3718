/**
 * The certificates a person holds, learned from training-service and kept by her key even before she registers here: they count
 * when postings are recommended to her, until they are revoked. Source: domain.md C.6, C.9.
 */
@NullMarked
package org.leye.jobmatch.skill;

import org.jspecify.annotations.NullMarked;
