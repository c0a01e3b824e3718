/**
 * Who may assess, who passed, and which certificates are valid. Owns assessment bodies, assessments and certificates; tells
 * the others of certificates issued and revoked.
 */
@NullMarked
package org.leye.training;

import org.jspecify.annotations.NullMarked;
