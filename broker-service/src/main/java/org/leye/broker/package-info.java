/**
 * Who brings workers to the city, whom they brought, and what came of it. Owns brokers and referrals; follows placements and
 * reward cases; tells the others of referrals agreed to and of milestones reached.
 */
@NullMarked
package org.leye.broker;

import org.jspecify.annotations.NullMarked;
