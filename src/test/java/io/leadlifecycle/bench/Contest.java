package io.leadlifecycle.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rounds that are dealt in turn, so that whatever else the machine does meanwhile meets all alike. */
record Contest(Scale scale) {

  /** Where compilers have so little left to do in two rounds running, most of it is done: it comes in waves. */
  private static final double LITTLE = 0.1;

  List<Figure> between(List<Contender> contenders) {
    List<List<Double>> values = new ArrayList<>();
    contenders.forEach(each -> values.add(new ArrayList<>()));
    for (int round = 0; round < scale.rounds(); round++) {
      for (int i = 0; i < contenders.size(); i++) {
        values.get(i).add(round(contenders.get(i)));
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < contenders.size(); i++) {
      figures.add(new Figure(contenders.get(i).measure(), values.get(i)));
    }
    return figures;
  }

  /** @param cold who still had something to compile after so many rounds */
  record WarmUp(int rounds, List<String> cold) {

    @Override
    public String toString() {
      return rounds + " rounds to warm up" + (cold.isEmpty() ? "" : ", and still to compile: " + String.join("; ", cold));
    }
  }

  /** A JVM is several times as quick once its compilers have done most of their work. All get as many rounds as the last one needs. */
  WarmUp warmUp(List<Contender> contenders) {
    Set<Contender> quiet = new HashSet<>();
    Set<Contender> warm = new HashSet<>();
    int rounds = 0;
    for (; warm.size() < contenders.size() && rounds < scale.warmUp(); rounds++) {
      for (Contender each : contenders) {
        if (compilesIn(each) > LITTLE) {
          quiet.remove(each);
        } else if (!quiet.add(each)) {
          warm.add(each);
        }
      }
    }
    WarmUp done = new WarmUp(rounds, contenders.stream()
        .filter(each -> !warm.contains(each)).map(each -> each.measure().title).toList());
    System.out.println(done);
    return done;
  }

  /** For what part of a round. */
  private double compilesIn(Contender contender) {
    Duration before = contender.compiled();
    long start = System.nanoTime();
    contender.round(scale.size());
    return (double) contender.compiled().minus(before).toNanos() / (System.nanoTime() - start);
  }

  /** Told at once, since all of them take minutes. */
  private double round(Contender contender) {
    double perSecond = contender.round(scale.size());
    System.out.println(contender.measure().title + ": " + Report.number(perSecond));
    return perSecond;
  }
}
