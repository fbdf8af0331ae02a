"""allcounsel: an offline counselling aid for clinics that treat children with ALL, a leukaemia."""

__version__ = "0.1.0"
