/**
 * Village brokers from nomination to the end of their term. A village officer or a station nominates; after training the
 * county appoints by letter, suspends, reinstates and dismisses. The states are kept by date, so that it can be said of any
 * past day whether an appointment was in force. Source: domain.md C.7, D.8.
 */
@NullMarked
package org.leye.broker.appointment;

import org.jspecify.annotations.NullMarked;
