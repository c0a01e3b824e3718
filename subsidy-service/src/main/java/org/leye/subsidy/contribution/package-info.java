/** Insured months, as social insurance tells them. Taken in by file; each new month is told to the others. Source: domain.md, architecture.md 3. */
@NullMarked
package org.leye.subsidy.contribution;

import org.jspecify.annotations.NullMarked;
