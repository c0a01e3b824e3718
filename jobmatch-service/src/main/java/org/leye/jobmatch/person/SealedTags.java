package org.leye.jobmatch.person;

import java.util.List;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.leye.platform.identity.SealedTable;

/** The evidence of tags is sealed. */
class SealedTags {

    @Produces
    @Singleton
    SealedTable tags = new SealedTable("key_group_tag", List.of("id"), List.of("evidence"));
}
