/**
 * Assessment bodies and the results they report. A candidate passes who reaches the pass mark in every part; parts are never
 * averaged. A pass is shown publicly for some working days before a certificate may follow. Source: domain.md C.9, D.10.
 */
@NullMarked
package org.leye.training.assessment;

import org.jspecify.annotations.NullMarked;
