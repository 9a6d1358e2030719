using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PerfEval.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class DesignSurveysKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Indicators_TreeId_Code",
                table: "Indicators");

            migrationBuilder.AddColumn<string>(
                name: "DepartmentInput",
                table: "LeafScores",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "DepartmentPoints",
                table: "LeafScores",
                type: "decimal(9,4)",
                precision: 9,
                scale: 4,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DepartmentReason",
                table: "LeafScores",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FinanceInput",
                table: "LeafScores",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "TargetId",
                table: "LeafScores",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NeedsVerification",
                table: "IndicatorTrees",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Provenance",
                table: "IndicatorTrees",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Version",
                table: "IndicatorTrees",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "Verification",
                table: "Indicators",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "DepartmentId",
                table: "Evaluations",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "KeptChanges",
                table: "Evaluations",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "KeptKind",
                table: "Evaluations",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "SelfScore",
                table: "Evaluations",
                type: "decimal(9,4)",
                precision: 9,
                scale: 4,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Surveys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProjectId = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Introduction = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    TargetGroup = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    MinimumValid = table.Column<int>(type: "int", nullable: false),
                    Sent = table.Column<int>(type: "int", nullable: true),
                    Method = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    PassLine = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    OpensOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosesOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LinkLimit = table.Column<int>(type: "int", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Token = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Tally = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Surveys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Surveys_Projects_ProjectId",
                        column: x => x.ProjectId,
                        principalTable: "Projects",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SurveyQuestions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SurveyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Scale = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Options = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    SatisfiedFrom = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    Counts = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyQuestions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyQuestions_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SurveySheets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SurveyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: true),
                    Marks = table.Column<string>(type: "varchar(30)", unicode: false, maxLength: 30, nullable: false),
                    Texts = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    IsValid = table.Column<bool>(type: "bit", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveySheets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveySheets_Surveys_SurveyId",
                        column: x => x.SurveyId,
                        principalTable: "Surveys",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LeafScores_TargetId",
                table: "LeafScores",
                column: "TargetId");

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_TreeId_Code",
                table: "Indicators",
                columns: new[] { "TreeId", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_DepartmentId",
                table: "Evaluations",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyQuestions_SurveyId",
                table: "SurveyQuestions",
                column: "SurveyId");

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_ProjectId",
                table: "Surveys",
                column: "ProjectId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Surveys_Token",
                table: "Surveys",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveySheets_SurveyId_Marks_IsValid_Source",
                table: "SurveySheets",
                columns: new[] { "SurveyId", "Marks", "IsValid", "Source" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveySheets_SurveyId_Number",
                table: "SurveySheets",
                columns: new[] { "SurveyId", "Number" },
                unique: true,
                filter: "[Number] IS NOT NULL");

            migrationBuilder.AddForeignKey(
                name: "FK_Evaluations_Organisations_DepartmentId",
                table: "Evaluations",
                column: "DepartmentId",
                principalTable: "Organisations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_LeafScores_Targets_TargetId",
                table: "LeafScores",
                column: "TargetId",
                principalTable: "Targets",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Evaluations_Organisations_DepartmentId",
                table: "Evaluations");

            migrationBuilder.DropForeignKey(
                name: "FK_LeafScores_Targets_TargetId",
                table: "LeafScores");

            migrationBuilder.DropTable(
                name: "SurveyQuestions");

            migrationBuilder.DropTable(
                name: "SurveySheets");

            migrationBuilder.DropTable(
                name: "Surveys");

            migrationBuilder.DropIndex(
                name: "IX_LeafScores_TargetId",
                table: "LeafScores");

            migrationBuilder.DropIndex(
                name: "IX_Indicators_TreeId_Code",
                table: "Indicators");

            migrationBuilder.DropIndex(
                name: "IX_Evaluations_DepartmentId",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "DepartmentInput",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "DepartmentPoints",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "DepartmentReason",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "FinanceInput",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "TargetId",
                table: "LeafScores");

            migrationBuilder.DropColumn(
                name: "NeedsVerification",
                table: "IndicatorTrees");

            migrationBuilder.DropColumn(
                name: "Provenance",
                table: "IndicatorTrees");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "IndicatorTrees");

            migrationBuilder.DropColumn(
                name: "Verification",
                table: "Indicators");

            migrationBuilder.DropColumn(
                name: "DepartmentId",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "KeptChanges",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "KeptKind",
                table: "Evaluations");

            migrationBuilder.DropColumn(
                name: "SelfScore",
                table: "Evaluations");

            migrationBuilder.CreateIndex(
                name: "IX_Indicators_TreeId_Code",
                table: "Indicators",
                columns: new[] { "TreeId", "Code" },
                unique: true);
        }
    }
}
