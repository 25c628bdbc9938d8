@echo off
rem A double click on yidi.exe closes its window at the end; this one waits where something was wrong.
chcp 65001 >nul
"%~dp0yidi.exe" %*
if errorlevel 1 pause
