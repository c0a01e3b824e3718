/** What any firm or person would get on any date, why, and what would have to differ. Nothing is stored here. */
@NullMarked
package org.leye.subsidy.evaluation;

import org.jspecify.annotations.NullMarked;
