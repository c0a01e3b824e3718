/** What the owners of funds took on: a proposed or unverified policy pays only after that. */
@NullMarked
package org.leye.subsidy.fund;

import org.jspecify.annotations.NullMarked;
