package org.leye.broker.referral;

import org.leye.platform.identity.PersonKey;

import org.jspecify.annotations.Nullable;

/** Who refers: a broker with the place that looks after her, or an existing worker. */
record Referrer(
        PersonKey person,
        @Nullable String brokerId,
        @Nullable String division) {}
