/** The book of rules: versions of policies and dated tables on their way from a draft to the law, and what the owners of funds took on. */
@NullMarked
package org.leye.subsidy.rulebook;

import org.jspecify.annotations.NullMarked;
