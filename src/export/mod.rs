//! The way back: a workbook as .xlsx or .csv.
