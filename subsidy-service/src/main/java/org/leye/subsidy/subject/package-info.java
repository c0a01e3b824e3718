/** Whom money is about: a person by her key, or an enterprise by its credit code. Source: architecture.md 3. */
@NullMarked
package org.leye.subsidy.subject;

import org.jspecify.annotations.NullMarked;
