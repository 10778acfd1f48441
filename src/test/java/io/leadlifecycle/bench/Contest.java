package io.leadlifecycle.bench;

import java.util.ArrayList;
import java.util.List;

/** Rounds that are dealt in turn, so that whatever else the machine does meanwhile meets all alike. */
record Contest(Scale scale, int warmUp) {

  Contest(Scale scale) {
    this(scale, scale.warmUp());
  }


  /** After some rounds each to warm up. */
  List<Figure> between(List<Contender> contenders) {
    for (int round = 0; round < warmUp; round++) {
      contenders.forEach(each -> each.round(scale.size()));
    }
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

  /** Told at once, since all of them take minutes. */
  private double round(Contender contender) {
    double perSecond = contender.round(scale.size());
    System.out.println(contender.measure().title + ": " + Report.number(perSecond));
    return perSecond;
  }
}
