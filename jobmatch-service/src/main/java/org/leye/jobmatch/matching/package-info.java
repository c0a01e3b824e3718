/**
 * Which open postings suit a person, in which order, and why. The points are dated data; sex, age, ethnicity and hukou never
 * count. Candidates are found by SQL, nearest first and bounded in number: an index of its own takes that over when postings
 * grow into the hundred thousands. Source: domain.md C.6.
 */
@NullMarked
package org.leye.jobmatch.matching;

import org.jspecify.annotations.NullMarked;
