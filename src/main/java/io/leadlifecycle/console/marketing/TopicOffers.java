package io.leadlifecycle.console.marketing;

import io.leadlifecycle.activity.Offer;
import java.util.List;

/** The offers on one topic, those for beginners first. */
record TopicOffers(String topic, List<Offer> offers) {}
